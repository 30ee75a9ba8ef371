package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a folder of models is read. */
class ProcessFolderTest {

    @TempDir
    Path temp;

    /** As containers mount folders. */
    @Test
    void readsALinkToAFolderLikeTheFolder() throws IOException {
        Path shipped = Path.of("processes").toAbsolutePath();
        Path link = Files.createSymbolicLink(temp.resolve("link"), shipped);
        assertThat(ProcessFolder.of(link).files().keySet())
                .contains("consumer-registration.bpmn", "forms/approval.html")
                .isEqualTo(ProcessFolder.of(shipped).files().keySet());
    }

    @Test
    void leavesOutWhatIsForPeople() throws IOException {
        for (String name : List.of("README.md", ".hidden", "stories.txt", "stories.de.txt", "reason.txt")) {
            Files.writeString(temp.resolve(name), "");
        }
        assertThat(ProcessFolder.of(temp).files()).containsOnlyKeys("reason.txt");
    }
}
