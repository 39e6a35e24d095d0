package io.liangze.board;

import io.liangze.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/board")
class BoardApi {

    private final Board board;

    BoardApi(Board board) {
        this.board = board;
    }

    /** The figures of a place and of those below it. */
    @GetMapping
    BoardView view(Scope scope, BoardQuestion question) {
        return board.view(scope, question);
    }

    /** A place over the last quarters. */
    @GetMapping("/trend")
    Trend trend(Scope scope, @RequestParam @Nullable String region, @RequestParam(defaultValue = "8") int periods) {
        return board.trend(scope, region, periods);
    }
}
