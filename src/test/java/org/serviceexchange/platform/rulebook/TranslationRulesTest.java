package org.serviceexchange.platform.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.label.LabelFile;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.message.Languages;

class TranslationRulesTest {

    /** Letters that fit into the box of a step. */
    private static final int WIDEST = 15;

    private static final String MODEL = "consumer-registration.bpmn";

    @Test
    void everythingThatShippedModelsShowIsTranslatedIntoEveryLanguage() throws IOException {
        ReadFolder read = new ReadFolder(ProcessFolder.of(Path.of("processes")));
        List<String> missing = new ArrayList<>();
        for (Locale language : Languages.OFFERED) {
            TranslationRules.labels(read.trees().values()).stream()
                    .filter(label -> !language.equals(Languages.DEFAULT))
                    .filter(label -> ModelLabels.OF_THE_APPLICATION
                            .translation(label, language)
                            .isEmpty())
                    .forEach(label -> missing.add("processes/labels_" + language + ".txt: " + label + " = …"));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noShippedTranslationIsOfALabelThatIsGone() throws IOException {
        ProcessFolder folder = ProcessFolder.of(Path.of("processes"));
        var labels = TranslationRules.labels(new ReadFolder(folder).trees().values());
        assertThat(folder.files().keySet()).filteredOn(LabelFile::isOne).hasSize(Languages.OFFERED.size() - 1);
        folder.files().forEach((name, content) -> {
            if (LabelFile.isOne(name)) {
                assertThat(LabelFile.read(content).lines())
                        .extracting(LabelFile.Line::label)
                        .isSubsetOf(labels);
            }
        });
    }

    /** A picture divides what is longer than its boxes anywhere, such as in "Registrierungsli-nk". */
    @Test
    void everyLongWordOfAShippedTranslationSaysWhereItMayBeDivided() throws IOException {
        ProcessFolder.of(Path.of("processes")).files().forEach((name, content) -> {
            if (LabelFile.isOne(name)) {
                assertThat(LabelFile.read(content).lines())
                        .flatExtracting(line -> List.of(line.translation().split("[\\s|-]+")))
                        .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(WIDEST));
            }
        });
    }

    @Test
    void saysWhichLineStayedBehindARenamedLabel() throws IOException {
        Map<String, byte[]> files = shipped();
        change(files, "name=\"Record mismatch\"", "name=\"Note the mismatch\"");
        assertThat(sentences(files))
                .hasSize(Languages.OFFERED.size() - 1)
                .anyMatch(line -> line.startsWith("labels_de.txt:")
                        && line.endsWith(
                                "“Record mismatch” is the label of nothing any more, while there is no translation of:"
                                        + " Note the mismatch. If the label was renamed, write the new one on the left of this line;"
                                        + " otherwise remove the line."));
    }

    @Test
    void isSilentWhenTheTranslationsWereRenamedToo() throws IOException {
        Map<String, byte[]> files = shipped();
        change(files, "name=\"Record mismatch\"", "name=\"Note the mismatch\"");
        files.replaceAll((name, content) -> LabelFile.isOne(name)
                ? new String(content, UTF_8)
                        .replace("Record mismatch =", "Note the mismatch =")
                        .getBytes(UTF_8)
                : content);
        assertThat(sentences(files)).isEmpty();
    }

    @Test
    void isSilentAboutAStepOfOnesOwnThatHasNoTranslation() throws IOException {
        Map<String, byte[]> files = shipped();
        change(files, "name=\"Contact reminded\"", "name=\"Contact reminded\" xmlns:own=\"urn:own\"");
        files.put("own-checks.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="own" name="Eigener Ablauf"/></definitions>
                """.getBytes(UTF_8));
        assertThat(sentences(files)).isEmpty();
    }

    private static Map<String, byte[]> shipped() throws IOException {
        return new TreeMap<>(ProcessFolder.of(Path.of("processes")).files());
    }

    private static void change(Map<String, byte[]> files, String from, String to) {
        String model = new String(files.get(MODEL), UTF_8);
        assertThat(model).contains(from);
        files.put(MODEL, model.replace(from, to).getBytes(UTF_8));
    }

    private static List<String> sentences(Map<String, byte[]> files) {
        return RuleBook.check(ProcessFolder.of(files)).stream()
                .filter(breach -> breach.rule().code().startsWith("translation-"))
                .map(breach -> breach.report().inDefault())
                .toList();
    }
}
