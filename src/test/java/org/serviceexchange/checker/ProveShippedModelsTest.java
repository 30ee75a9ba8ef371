package org.serviceexchange.checker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.workshop.shipping.ModelProof.Verdict;

class ProveShippedModelsTest {

    @Test
    void provesTheModelsOfThisApplicationAndSaysWhatIsWrongWithOthers() throws IOException {
        Map<String, byte[]> files =
                new TreeMap<>(ProcessFolder.of(Path.of("processes")).files());
        Verdict shipped = new ProveShippedModels().of(files);
        assertThat(shipped.against()).isEmpty();
        assertThat(shipped.unproved()).isEmpty();
        String model = new String(files.get("consumer-registration.bpmn"), UTF_8);
        files.put(
                "consumer-registration.bpmn",
                model.replace("name=\"keysConfirmed\"", "name=\"neverSent\"").getBytes(UTF_8));
        assertThat(new ProveShippedModels().of(files).against())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.in(Locale.ENGLISH)).endsWith("."));
    }
}
