package io.liangze.official;

import io.liangze.shared.Cursor;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officials")
class OfficialApi {

    /** A list that needs no paging. */
    record Items(List<OfficialChange> items) {}

    private final Officials officials;

    OfficialApi(Officials officials) {
        this.officials = officials;
    }

    /** Officials, by place, then id; numbers masked. */
    @GetMapping
    Page<Official> list(Scope scope, OfficialFilter filter, @RequestParam @Nullable Cursor after,
                        @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = officials.page(scope, filter, after, limit.rows());
        return total ? page.withTotal(officials.count(scope, filter)) : page;
    }

    /** One; numbers in clear for his office and himself. */
    @GetMapping("/{id}")
    Official find(Scope scope, @PathVariable UUID id) {
        return officials.reveal(scope, id);
    }

    /** Takes a post. */
    @PostMapping
    ResponseEntity<Official> takePost(Scope scope, @RequestBody NewOfficial official) {
        var taken = officials.takePost(scope, official);
        return ResponseEntity.created(URI.create("/api/v1/officials/" + taken.id())).body(taken);
    }

    /** Changes what is no transfer (merge patch). */
    @PatchMapping("/{id}")
    Official change(Scope scope, @PathVariable UUID id, @RequestBody PatchBody body) {
        return officials.change(scope, id, body.patch());
    }

    /** To another post. */
    @PostMapping("/{id}/transfer")
    Official transfer(Scope scope, @PathVariable UUID id, @RequestBody Transfer transfer) {
        return officials.transfer(scope, id, transfer);
    }

    /** Out of his post. */
    @PostMapping("/{id}/leave")
    Official leave(Scope scope, @PathVariable UUID id, @RequestBody Leaving leaving) {
        return officials.leave(scope, id, leaving);
    }

    /** What has become of him, newest first. */
    @GetMapping("/{id}/history")
    Items history(Scope scope, @PathVariable UUID id) {
        return new Items(officials.history(scope, id));
    }
}
