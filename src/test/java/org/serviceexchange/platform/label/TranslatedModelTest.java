package org.serviceexchange.platform.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TranslatedModelTest {

    @Test
    void drawsLabelsFramesAndAnswersInTheLanguageOfTheReader() throws IOException {
        String drawn = german(Files.readString(Path.of("processes/consumer-registration.bpmn")));
        assertThat(drawn)
                .contains("id=\"serviceTask_matchContact\"", "name=\"Kontakt abgleichen\"", "value=\"Einladung\"")
                .contains("name=\"ja\"")
                .doesNotContain("name=\"Match contact\"", "value=\"Invitation\"", "name=\"yes\"");
    }

    @Test
    void keepsEverythingElse() {
        String drawn = german("""
                <d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL"><d:process id="p" name="own &amp; &lt;new&gt;">
                <d:textAnnotation id="t"><d:text>yes</d:text></d:textAnnotation><d:task id="yes" name="own"/></d:process></d:definitions>""");
        assertThat(drawn).contains("name=\"own &amp; &lt;new&gt;\"", "<d:text>ja</d:text>", "id=\"yes\" name=\"own\"");
    }

    @Test
    void changesNothingForALanguageWithoutTranslations() {
        assertThat(TranslatedModel.of("not even XML", ModelLabels.OF_THE_APPLICATION, Locale.ENGLISH))
                .isEqualTo("not even XML");
        assertThat(german("")).isEmpty();
    }

    @Test
    void loadsNothingFromElsewhere() {
        assertThatThrownBy(() -> german("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String german(String model) {
        return TranslatedModel.of(model, ModelLabels.OF_THE_APPLICATION, Locale.GERMAN);
    }
}
