package org.serviceexchange.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartChecksTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE_EXCHANGE_INSTANCE_NAMEE",
                "SERVICE_EXCHANGE_INSTANSE_NAME",
                "SERVICEEXCHANGE_INSTANCE_NAMEE",
                "service-exchange.instanse.name"
            })
    void namesASettingThatDoesNotExist(String name) {
        assertThatThrownBy(() -> check(name)).hasMessageStartingWith("There is no setting " + name + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVICE_EXCHANGE_INSTANCE_NAME",
                "SERVICE_EXCHANGE_INSTANCE_BASE_URL",
                "SERVICE_EXCHANGE_INSTANCE_BASEURL",
                "service-exchange.instance.cookie-prefix",
                "SERVICE_EXCHANGE_PORT_8080_TCP_ADDR",
                "SERVICE_EXCHANGE_SERVICE_HOST",
                "PATH"
            })
    void takesSettingsAndWhatIsNotOurs(String name) {
        assertThatCode(() -> check(name)).doesNotThrowAnyException();
    }

    @Test
    void closesTheHomeFolderAndItsDatabasesToOthers() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path database = Files.createFile(home.resolve("database.mv.db"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));

        new HomeFolder(home).prepare();

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(database)).isEqualTo("rw-------");
    }

    @Test
    void makesTheHomeFolderForItsOwnerAlone() throws IOException {
        Path home = folder.resolve("new/home");
        new HomeFolder(home).prepare();

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysInASentenceThatTheHomeFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new HomeFolder(file).prepare())
                .hasMessage("The home folder " + file
                        + " cannot be used: this user may not write there or may not change who may."
                        + " Give the folder to the user that runs this instance, or set another one as"
                        + " service-exchange.instance.home.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void check(String name) {
        var beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("settings", new RootBeanDefinition(InstanceSettings.class));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", Map.of(name, "x")));
        new SettingNames(beans).check(environment);
    }
}
