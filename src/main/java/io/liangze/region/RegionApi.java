package io.liangze.region;

import io.liangze.shared.Scope;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions")
class RegionApi {

    /** A list that needs no paging. */
    record Items(List<Region> items) {}

    private final Regions regions;

    RegionApi(Regions regions) {
        this.regions = regions;
    }

    /** A place. */
    @GetMapping("/{code}")
    Region find(Scope scope, @PathVariable String code) {
        return regions.find(scope, code);
    }

    /** The places below it. */
    @GetMapping("/{code}/children")
    Items children(Scope scope, @PathVariable String code) {
        return new Items(regions.children(scope, code));
    }

    /** Places by part of the name, pinyin initials or code. */
    @GetMapping
    Items search(Scope scope, @RequestParam String q) {
        return new Items(regions.search(scope, q, 20));
    }
}
