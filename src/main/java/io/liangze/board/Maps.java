package io.liangze.board;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which places have boundaries of what lies directly below them: {@code web/map/<six digits>.json}. */
@Component
class Maps {

    private static final String FOLDER = "web/map/";

    boolean has(String region) {
        return region.endsWith("000000") && new ClassPathResource(FOLDER + region.substring(0, 6) + ".json").exists();
    }
}
