package org.serviceexchange.platform.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelLabelsTest {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");

    @Test
    void takesTheFilesOfTheFolderBeforeThoseOfTheApplication() {
        ModelLabels labels = labels("labels_de.txt", "Match contact = Ansprechperson vergleichen");
        assertThat(labels.in("Match contact", Locale.GERMAN)).isEqualTo("Ansprechperson vergleichen");
        assertThat(labels.in("Await consent", Locale.GERMAN)).isEqualTo("Zustimmung abwarten");
        assertThat(labels.in("Match contact", Locale.FRENCH)).isEqualTo("Comparer le contact");
    }

    @Test
    void leavesWhatNobodyTranslatedAsItIsDrawn() {
        assertThat(ModelLabels.of(Map.of()).in("Ask\n the  lawyers", Locale.GERMAN))
                .isEqualTo("Ask the lawyers");
        assertThat(ModelLabels.of(Map.of()).in("Match contact", Locale.ENGLISH)).isEqualTo("Match contact");
    }

    @Test
    void takesTheRegionBeforeTheLanguage() {
        assertThat(labels("labels_pt.txt", "yes = sim").in("yes", BRAZIL)).isEqualTo("sim");
        assertThat(labels("labels_pt_BR.txt", "yes = isso").in("yes", BRAZIL)).isEqualTo("isso");
    }

    /** In the text of a page nothing is seen of it. */
    @Test
    void dividesLongWordsInPicturesOnly() {
        ModelLabels labels = labels("labels_de.txt", "Renew link = Registrierungs|link erneuern");
        assertThat(labels.in("Renew link", Locale.GERMAN)).isEqualTo("Registrierungslink erneuern");
        String model = "<d:task xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" name=\"Renew link\"></d:task>";
        assertThat(TranslatedModel.of(model, labels, Locale.GERMAN))
                .contains("name=\"Registrierungs\u00ADlink erneuern\"");
    }

    /** Who draws in German translates into English. */
    @Test
    void translatesIntoEnglishToo() {
        assertThat(labels("labels_en.txt", "Vertrag prüfen = Check contract").in("Vertrag prüfen", Locale.UK))
                .isEqualTo("Check contract");
    }

    private static ModelLabels labels(String file, String text) {
        return ModelLabels.of(Map.of(file, text.getBytes(UTF_8)));
    }
}
