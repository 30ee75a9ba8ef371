package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasklist's forms read the data of a task by the names that it has. */
class TaskFactsTest {

    private static final Pattern READ = Pattern.compile("\\b(facts|fact|finding)\\.(\\w+)");
    private static final Map<String, Class<?>> TYPES =
            Map.of("facts", TaskFacts.class, "fact", TaskFacts.Detail.class, "finding", TaskFinding.class);

    @Test
    void hasEveryMemberThatTheFormsRead() throws IOException {
        List<MatchResult> read = READ.matcher(forms()).results().toList();

        assertThat(read).extracting(member -> member.group(1)).contains("facts", "fact", "finding");
        assertThat(read)
                .allSatisfy(member -> assertThat(TYPES.get(member.group(1)).getRecordComponents())
                        .extracting(component -> component.getName())
                        .contains(member.group(2)));
    }

    private static String forms() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("src/main/resources/webapps/forms.js")));
        try (Stream<Path> forms = Files.list(Path.of("processes", "forms"))) {
            for (Path form : forms.toList()) {
                all.append('\n').append(Files.readString(form));
            }
        }
        return all.toString();
    }
}
