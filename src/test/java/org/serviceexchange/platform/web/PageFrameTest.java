package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.web.PageFrame.Group;
import org.serviceexchange.platform.web.PageFrame.Part;

class PageFrameTest {

    private static final NavigationEntry KEYS = new NavigationEntry(1, "kmf.nav.health", "/kmf/health", roles -> true);
    private static final List<NameLink> NAMES =
            List.of(NameLink.numbers("REG", "/registrations/", roles -> true), NameLink.page(KEYS));

    @Test
    void leadsFromTheNamesInASentenceToTheirPages() {
        assertThat(frame(Locale.ENGLISH).linked("REG0001001 waits: open Key Management, then REG0001002."))
                .containsExactly(
                        new Part("REG0001001", "/registrations/REG0001001"),
                        new Part(" waits: open ", null),
                        new Part("Key Management", "/kmf/health"),
                        new Part(", then ", null),
                        new Part("REG0001002", "/registrations/REG0001002"),
                        new Part(".", null));
    }

    @Test
    void knowsTheNamesInTheLanguageOfThePage() {
        assertThat(frame(Locale.GERMAN).linked("Schlüsselverwaltung"))
                .containsExactly(new Part("Schlüsselverwaltung", "/kmf/health"));
        assertThat(frame(Locale.GERMAN).linked("Key Management")).containsExactly(new Part("Key Management", null));
    }

    @Test
    void leavesWhatASentenceBringsAsText() {
        assertThat(frame(Locale.ENGLISH).linked("<b>REG0001001</b>"))
                .containsExactly(
                        new Part("<b>", null),
                        new Part("REG0001001", "/registrations/REG0001001"),
                        new Part("</b>", null));
    }

    @Test
    void takesNoPartOfAWordForAName() {
        assertThat(frame(Locale.ENGLISH).linked("XREG0001001 REG00010")).hasSize(1);
        assertThat(frame(Locale.GERMAN).linked("Schlüsselverwaltungen")).hasSize(1);
    }

    @Test
    void putsEntriesIntoMenusByTheirOrder() {
        NavigationEntry center = entry(100, "/");
        NavigationEntry companies = entry(210, "/companies");
        NavigationEntry record = entry(299, "/provider-record");
        NavigationEntry password = entry(900, "/account/password");
        PageFrame frame = new PageFrame(
                "name",
                "user",
                List.of(center, companies, record, password),
                List.of(),
                "/companies/C1",
                "/",
                Locale.ENGLISH);
        assertThat(frame.groups())
                .containsExactly(
                        new Group("web.nav.WORK", List.of(center)),
                        new Group("web.nav.RECORDS", List.of(companies, record)));
        assertThat(frame.groups()).extracting(Group::single).containsExactly(true, false);
        assertThat(frame.groups()).extracting(frame::within).containsExactly(false, true);
        assertThat(frame.own()).containsExactly(password);
    }

    private static NavigationEntry entry(int order, String path) {
        return new NavigationEntry(order, "key", path, roles -> true);
    }

    private static PageFrame frame(Locale language) {
        return new PageFrame("name", "user", List.of(), NAMES, "/", "/", language);
    }
}
