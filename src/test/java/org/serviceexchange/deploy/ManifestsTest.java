package org.serviceexchange.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.EnumerablePropertySource;
import org.yaml.snakeyaml.Yaml;

/** What the manifests for Kubernetes say is right by the schemas, is what this application has, and fits together. */
class ManifestsTest {

    private static Manifests manifests;
    private static V1PodSpec pod;
    private static V1Container container;
    private static EnumerablePropertySource<?> given;
    private static EnumerablePropertySource<?> defaults;

    @BeforeAll
    static void read() throws IOException {
        manifests = Manifests.read();
        pod = Objects.requireNonNull(manifests.one(V1Deployment.class).getSpec())
                .getTemplate()
                .getSpec();
        container = pod.getContainers().get(0);
        given = KnownSettings.of(manifests.one(V1ConfigMap.class).getData().get("application.yaml"));
        defaults = KnownSettings.of(Files.readString(Path.of("src/main/resources/application.yaml")));
    }

    @Test
    void haveOneDocumentInEachFileThatTheDocumentationNames() throws IOException {
        assertThat(manifests.size()).isEqualTo(Manifests.files().size());
        String operations = Files.readString(Path.of("docs/operations.md"));
        for (Path file : Manifests.files()) {
            assertThat(operations).contains("`" + file.getFileName() + "`");
        }
    }

    /** That the check checks: a misspelt name, a missing one, and a wrong type. */
    @ParameterizedTest
    @CsvSource({
        "readOnlyRootFilesystem, readonlyRootFilesystem",
        "containers:, container:",
        "replicas: 2, replicas: two",
        "periodSeconds: 5, periodSeconds: often"
    })
    void areCheckedAgainstTheSchemas(String from, String to) throws IOException {
        String good = Files.readString(Manifests.FOLDER.resolve("deployment.yaml"));
        assertThat(good).contains(from);
        Object bad = new Yaml().load(good.replace(from, to));
        assertThatThrownBy(() -> Manifests.parse(bad)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void setWhatThereIs() throws IOException {
        var known = new KnownSettings();
        assertThat(given.getPropertyNames()).isNotEmpty().allMatch(known::has);
        assertThat(known.has("service-exchange.shutdown.notices")).isFalse();
    }

    @Test
    void holdNoSecret() throws IOException {
        assertThat(given.getPropertyNames()).noneMatch(name -> name.matches(".*(password|passphrase|secret|token)"));
        for (Path file : Manifests.files()) {
            assertThat(Files.readString(file)).doesNotContain("kind: Secret").doesNotContain("stringData");
        }
        assertThat(container.getEnv())
                .as("secrets stand in files, not in variables")
                .isNullOrEmpty();
    }

    @Test
    void askForTheHealthWhereItIs() {
        List<V1HTTPGetAction> probes = List.of(
                container.getStartupProbe().getHttpGet(),
                container.getLivenessProbe().getHttpGet(),
                container.getReadinessProbe().getHttpGet());
        assertThat(probes)
                .extracting(V1HTTPGetAction::getPath)
                .containsExactly(
                        "/actuator/health/liveness", "/actuator/health/liveness", "/actuator/health/readiness");
        for (V1HTTPGetAction probe : probes) {
            String group = probe.getPath().substring("/actuator/health/".length());
            assertThat(defaults.getProperty("management.endpoint.health.group." + group + ".include"))
                    .as(group)
                    .isNotNull();
            assertThat(port(probe.getPort().getStrValue()))
                    .isEqualTo(given.getProperty("service-exchange.load.health-port"));
        }
        assertThat(port("http")).isEqualTo(defaults.getProperty("server.port"));
        assertThat(given.getProperty("server.port")).isNull();
    }

    @Test
    void leadToTheNodes() {
        Map<String, String> labels = manifests
                .one(V1Deployment.class)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getLabels();
        assertThat(manifests.one(V1Deployment.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(labels);
        V1Service service = manifests.one(V1Service.class);
        assertThat(service.getSpec().getSelector()).isEqualTo(labels);
        assertThat(port(service.getSpec().getPorts().get(0).getTargetPort().getStrValue()))
                .isEqualTo(8080);
        assertThat(manifests
                        .one(V1PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
        var network = manifests.one(V1NetworkPolicy.class).getSpec();
        assertThat(network.getPodSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(port(network.getIngress().get(0).getPorts().get(0).getPort().getStrValue()))
                .isEqualTo(8080);
        assertThat(port(network.getIngress().get(1).getPorts().get(0).getPort().getStrValue()))
                .as("where Prometheus asks")
                .isEqualTo(given.getProperty("service-exchange.load.health-port"));
    }

    @Test
    void mountWhatTheSettingsName() {
        assertThat(pod.getVolumes())
                .extracting(V1Volume::getName)
                .containsExactlyInAnyOrderElementsOf(container.getVolumeMounts().stream()
                        .map(V1VolumeMount::getName)
                        .toList());
        assertThat(mounted(given.getProperty("service-exchange.kmf.passphrase-file")))
                .isEqualTo("passphrase");
        assertThat(mounted(given.getProperty("service-exchange.instance.home"))).isEqualTo("data");
        assertThat(volume("data").getPersistentVolumeClaim().getClaimName())
                .isEqualTo(manifests
                        .one(V1PersistentVolumeClaim.class)
                        .getMetadata()
                        .getName());
        assertThat(volume("configuration").getConfigMap().getName())
                .isEqualTo(manifests.one(V1ConfigMap.class).getMetadata().getName());
        assertThat(List.of(volume("passphrase"), volume("settings")))
                .allMatch(secret -> secret.getSecret().getDefaultMode() == 0400);
    }

    @Test
    void giveTheProcessNothingThatItDoesNotNeed() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10_001);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits().get("memory"))
                .isEqualTo(container.getResources().getRequests().get("memory"));
    }

    @Test
    void giveANodeTheTimeThatItTakesToStop() {
        Duration longest = Stopping.longest(
                duration(given.getProperty("service-exchange.shutdown.notice")),
                duration(defaults.getProperty("spring.lifecycle.timeout-per-shutdown-phase")));
        assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds())).isGreaterThanOrEqualTo(longest);
        var readiness = container.getReadinessProbe();
        assertThat(duration(given.getProperty("service-exchange.shutdown.notice")))
                .as("readiness is seen to be down within the notice")
                .isGreaterThan(
                        Duration.ofSeconds((long) readiness.getPeriodSeconds() * readiness.getFailureThreshold()));
    }

    @Test
    void nameTheImageOfThisVersion() throws IOException {
        String version = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s).*?<artifactId>service-exchange</artifactId>\\s*<version>([^<]+)<.*", "$1");
        assertThat(container.getImage()).endsWith("/service-exchange:" + version);
    }

    static Duration duration(Object setting) {
        return DurationStyle.detectAndParse(String.valueOf(setting));
    }

    private static String mounted(Object path) {
        return container.getVolumeMounts().stream()
                .filter(mount -> Path.of(String.valueOf(path)).startsWith(mount.getMountPath()))
                .map(V1VolumeMount::getName)
                .findFirst()
                .orElseThrow();
    }

    private static V1Volume volume(String name) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Integer port(String name) {
        return container.getPorts().stream()
                .filter(port -> Objects.equals(port.getName(), name))
                .map(V1ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow();
    }
}
