package org.serviceexchange.connection.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceexchange.connection.evidence.EvidenceRecord;
import org.serviceexchange.connection.evidence.ExportEvidence;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a file of evidence as it is written, so that a long journal needs no memory. */
@Component
public class EvidenceDownload {

    /** One JSON object a line. */
    public static final String MEDIA_TYPE = "application/jsonl";

    private final ExportEvidence export;

    EvidenceDownload(ExportEvidence export) {
        this.export = export;
    }

    /** Answers with the evidence of a record. */
    public void send(EvidenceRecord record, HttpServletResponse response) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("evidence-" + record.number() + ".jsonl")
                        .build()
                        .toString());
        export.export(record, response.getOutputStream());
    }
}
