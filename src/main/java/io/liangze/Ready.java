package io.liangze;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the product is to be found, once everything serves. */
@Component
class Ready {

    private static final Logger log = LoggerFactory.getLogger(Ready.class);

    private final String bind;

    Ready(@Value("${server.address}") String bind) {
        this.bind = bind;
    }

    @EventListener
    void on(ApplicationReadyEvent event) throws UnknownHostException {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) return;
        var address = InetAddress.getByName(bind).isAnyLocalAddress() ? "localhost" : bind;
        var took = event.getTimeTaken() == null ? Duration.ZERO : event.getTimeTaken();
        log.info("Ready address=http://{}:{} tookMs={}", address, web.getWebServer().getPort(), took.toMillis());
    }
}
