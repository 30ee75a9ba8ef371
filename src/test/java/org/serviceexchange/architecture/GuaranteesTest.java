package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.serviceexchange.Guarantee;

/** Every sentence of a "Security guarantees" paragraph is proved by a test that names it, and none names another one. */
class GuaranteesTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** From the words to the end of the paragraph: an empty line, a tag, or the end of the comment. */
    private static final Pattern PARAGRAPH =
            Pattern.compile("<p>Security guarantees: (.*?)\\n *\\*(?: *\\n| @| <p>|/)", Pattern.DOTALL);

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) ");

    private static final List<JavaMethod> PROOFS = Code.withTests().stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> guarantees(method).findAny().isPresent())
            .toList();

    @Test
    void everySentenceIsProvedByATestAndNoneByNothing() throws IOException {
        assertThat(proved()).containsExactlyElementsOf(given()).hasSizeGreaterThan(40);
    }

    @Test
    void everyProofIsATestThatRuns() {
        assertThat(PROOFS)
                .allMatch(proof -> proof.isAnnotatedWith(Test.class) || proof.isAnnotatedWith(ParameterizedTest.class))
                .noneMatch(proof -> proof.isAnnotatedWith(Disabled.class)
                        || proof.getOwner().isAnnotatedWith(Disabled.class));
    }

    @Test
    void everyParagraphIsRead() throws IOException {
        assertThat(sources().filter(source -> source.contains("ecurity guarantees")))
                .allSatisfy(source ->
                        assertThat(source).as("one paragraph, of sentences").containsPattern(PARAGRAPH));
    }

    private static Set<String> given() throws IOException {
        Set<String> sentences = new TreeSet<>();
        sources()
                .forEach(source -> PARAGRAPH
                        .matcher(source)
                        .results()
                        .forEach(paragraph ->
                                sentences(paragraph).forEach(sentence -> sentences.add(type(source) + sentence))));
        return sentences;
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(GuaranteesTest::read).toList().stream();
        }
    }

    private static Stream<String> sentences(MatchResult paragraph) {
        String text = paragraph.group(1).replaceAll("\\s*\\n *\\* *", " ");
        return Arrays.stream(SENTENCE_END.split(text));
    }

    /** The one type at the top of a source file. */
    private static String type(String source) {
        var name = Pattern.compile(
                        "package ([\\w.]+);.*?\\n(?:public )?(?:final )?(?:class|interface|record) (\\w+)",
                        Pattern.DOTALL)
                .matcher(source);
        assertThat(name.find()).isTrue();
        return name.group(1) + "." + name.group(2) + ": ";
    }

    private static Set<String> proved() {
        Set<String> sentences = new TreeSet<>();
        for (JavaMethod proof : PROOFS) {
            guarantees(proof)
                    .forEach(one -> sentences.add(((JavaClass) one.getExplicitlyDeclaredProperty("of")).getName() + ": "
                            + one.getExplicitlyDeclaredProperty("says")));
        }
        return sentences;
    }

    private static Stream<JavaAnnotation<?>> guarantees(JavaMethod method) {
        return method.getAnnotations().stream().flatMap(annotation -> {
            if (annotation.getRawType().isEquivalentTo(Guarantee.class)) {
                return Stream.of(annotation);
            }
            return annotation.getRawType().isEquivalentTo(Guarantee.Several.class)
                    ? Arrays.stream((JavaAnnotation<?>[]) annotation.getExplicitlyDeclaredProperty("value"))
                    : Stream.empty();
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
