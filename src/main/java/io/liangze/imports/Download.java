package io.liangze.imports;

import io.liangze.sheet.SheetForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table to take away.
 *
 * @param name without extension
 * @param body writes it, row by row
 */
public record Download(SheetForm form, String name, Body body) {

    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(name + "." + form.kind().extension(), StandardCharsets.UTF_8).build().toString());
        body.write(response.getOutputStream());
    }
}
