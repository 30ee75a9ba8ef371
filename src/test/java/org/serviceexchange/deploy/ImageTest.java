package org.serviceexchange.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.ServiceExchangeApplication;

/** What pom.xml says about the image is what this application and the manifests have; .ci/image makes it and starts it. */
class ImageTest {

    private final String profile = profile();

    @Test
    void startsTheApplicationAsTheUserOfTheManifests() {
        assertThat(profile).contains("<mainClass>" + ServiceExchangeApplication.class.getName() + "</mainClass>");
        assertThat(profile).contains("<user>10001:10001</user>");
    }

    @Test
    void setsWhatThereIs() throws Exception {
        var known = new KnownSettings();
        List<String> variables = found("<([A-Z][A-Z_]+)>").toList();
        assertThat(variables).hasSize(3).allMatch(known::hasVariable);
    }

    @Test
    void looksForSettingsAndSecretsWhereTheManifestsMountThem() throws Exception {
        String deployment = Files.readString(Manifests.FOLDER.resolve("deployment.yaml"));
        List<String> folders = found("optional:[a-z]+:(/[a-z/]+)/<").toList();
        assertThat(folders).containsExactly("/config", "/secrets/settings");
        assertThat(folders).allMatch(folder -> deployment.contains("mountPath: " + folder + "\n"));
        assertThat(found("<volume>(.+)</volume>").collect(Collectors.toSet()))
                .allMatch(volume -> deployment.contains("mountPath: " + volume + "\n"));
    }

    private Stream<String> found(String pattern) {
        return Pattern.compile(pattern).matcher(profile).results().map((MatchResult match) -> match.group(1));
    }

    private static String profile() {
        try {
            String pom = Files.readString(Path.of("pom.xml"));
            int begin = pom.indexOf("<id>image</id>");
            return pom.substring(begin, pom.indexOf("</profile>", begin));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
