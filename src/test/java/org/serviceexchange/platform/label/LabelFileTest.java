package org.serviceexchange.platform.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelFileTest {

    @Test
    void readsALineForEachLabel() {
        LabelFile file = LabelFile.read(
                "\uFEFF# Comment\r\nMatch  contact = Kontakt abgleichen\r\n\r\n  Is it a = b? =  Ist a = b?\n"
                        .getBytes(UTF_8));
        assertThat(file.lines())
                .containsExactly(
                        new LabelFile.Line(2, "Match contact", "Kontakt abgleichen"),
                        new LabelFile.Line(4, "Is it a", "b? = Ist a = b?"));
        assertThat(file.unreadable()).isEmpty();
    }

    @Test
    void namesLinesThatSayNothingOrSomethingTwice() {
        LabelFile file = LabelFile.read("yes = ja\nMatch contact\n= ja\nno =\nyes = jawohl".getBytes(UTF_8));
        assertThat(file.lines()).containsExactly(new LabelFile.Line(1, "yes", "ja"));
        assertThat(file.unreadable()).containsExactly(2, 3, 4, 5);
    }

    @Test
    void knowsItsLanguageByItsName() {
        assertThat(LabelFile.isOne("labels_de.txt")).isTrue();
        assertThat(LabelFile.locale("labels_pt_BR.txt")).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(LabelFile.isOne("reason.txt")).isFalse();
        assertThat(LabelFile.isOne("forms/labels_de.txt")).isFalse();
    }
}
