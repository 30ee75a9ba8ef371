package org.serviceexchange.connection.diagnostics.web;

import java.util.Locale;
import org.serviceexchange.connection.diagnostics.DiagnosticsArchive;
import org.serviceexchange.connection.life.LivingConnection;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the archive of a living connection; the page and the API offer the same. */
@Component
class DiagnosticsDownload {

    static final String ZIP = "application/zip";

    private final DiagnosticsArchive archive;

    DiagnosticsDownload(DiagnosticsArchive archive) {
        this.archive = archive;
    }

    ResponseEntity<byte[]> of(LivingConnection connection, Locale language) {
        byte[] bytes = archive.of(connection, language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ZIP)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("diagnostics-" + connection.number() + ".zip")
                                .build()
                                .toString())
                .body(bytes);
    }
}
