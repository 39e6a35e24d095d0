package io.liangze.evidence;

import io.liangze.shared.Scope;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The same for browsers, whose refusals are pages. */
@Controller
@RequestMapping("/evidence")
class EvidencePages {

    private final Evidence evidence;

    EvidencePages(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> show(Scope scope, @PathVariable UUID id) {
        return Answer.with(evidence.show(scope, id));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(Scope scope, @PathVariable UUID id) {
        return Answer.with(evidence.thumbnail(scope, id));
    }
}
