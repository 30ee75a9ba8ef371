package org.serviceexchange.connection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The worked example of docs/protocol.md, section 14, from fixed seeds. After a change of the format run this test with
 * {@code -Devidence.example=write}.
 */
class EvidenceExampleTest {

    private static final Path DOCUMENT = Path.of("docs", "evidence-example.jsonl");

    @Test
    void isWhatIsWritten() throws IOException {
        byte[] made = TestEvidence.file(TestEvidence.of(4).lines());
        if ("write".equals(System.getProperty("evidence.example"))) {
            Files.write(DOCUMENT, made);
        }
        assertThat(Files.readAllBytes(DOCUMENT)).isEqualTo(made);
        assertThat(CheckEvidence.check(new ByteArrayInputStream(made)).stands()).isTrue();
    }
}
