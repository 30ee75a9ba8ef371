package org.serviceexchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.JournalEntry.Kind;

class TimelineTest {

    private final Users users = mock();
    private final Timeline timeline = new Timeline(users);

    @Test
    void showsTheNewestFirstAndFoldsTheRest() {
        given(users.find("abel")).willReturn(Optional.of(new User("abel", "Abel Tuter", "", Set.of())));
        Timeline.Folded folded = timeline.of(
                IntStream.rangeClosed(1, 25)
                        .mapToObj(number -> entry("abel", number))
                        .toList(),
                Locale.ENGLISH);
        assertThat(folded.recent()).hasSize(20);
        assertThat(folded.recent().get(0).entry().text()).isEqualTo("entry 25");
        assertThat(folded.earlier()).hasSize(5);
        assertThat(folded.earlier().get(4).entry().text()).isEqualTo("entry 1");
        verify(users, times(1)).find("abel");
    }

    @Test
    void namesPeopleAndNotTheSystem() {
        given(users.find("abel")).willReturn(Optional.of(new User("abel", "Abel Tuter", "", Set.of())));
        given(users.find("system")).willReturn(Optional.empty());
        given(users.find("gone")).willReturn(Optional.empty());
        Timeline.Folded folded = timeline.of(
                List.of(
                        entry("abel", 1),
                        entry("gone", 2),
                        entry("service:crm", 3),
                        entry(Author.SYSTEM, 4),
                        entry("system", 5)),
                Locale.GERMAN);
        assertThat(folded.recent())
                .extracting(Timeline.Item::author, Timeline.Item::userId)
                .containsExactly(
                        tuple("system", ""),
                        tuple("", ""),
                        tuple("Dienst crm", ""),
                        tuple("gone", ""),
                        tuple("Abel Tuter", "abel"));
        assertThat(folded.earlier()).isEmpty();
    }

    private static JournalEntry entry(String author, int number) {
        return entry(Author.of(author), number);
    }

    private static JournalEntry entry(Author author, int number) {
        return new JournalEntry(Kind.WORK_NOTE, author, "entry " + number, null, Instant.EPOCH);
    }
}
