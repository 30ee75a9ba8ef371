package org.serviceexchange.journey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserSearchTest {

    @TempDir
    Path folder;

    @Test
    void findsChromiumBeforeOthersInAnyFolder() throws IOException {
        program("one", "google-chrome");
        Path chromium = program("two", "chromium");
        assertThat(search("").find()).contains(chromium);
    }

    @Test
    void takesTheBrowserThatIsNamed() throws IOException {
        program("one", "chromium");
        Path named = program("elsewhere", "my-browser");
        assertThat(search(named.toString()).find()).contains(named);
    }

    @Test
    void takesNoOtherBrowserThanTheOneThatIsNamed() throws IOException {
        program("one", "chromium");
        BrowserSearch search = search("/nowhere/my-browser");
        assertThat(search.find()).isEmpty();
        assertThat(search.missing())
                .isEqualTo(
                        "There is no browser at /nowhere/my-browser. The browser tests need one: install Chromium, or"
                                + " name its path with -Dservice-exchange.browser.");
    }

    @Test
    void saysWhatToDoWithoutABrowser() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("one")).resolve("chromium"));
        assertThat(search("").find()).as("a file that cannot be started").isEmpty();
        assertThat(search("").missing())
                .isEqualTo(
                        "No browser was found (chromium, chromium-browser, google-chrome). The browser tests need one:"
                                + " install Chromium, or name its path with -Dservice-exchange.browser.");
    }

    private BrowserSearch search(String named) {
        String folders = folder.resolve("one") + File.pathSeparator + folder.resolve("two");
        return new BrowserSearch(named, folders, false);
    }

    private Path program(String where, String name) throws IOException {
        return Files.createFile(
                Files.createDirectories(folder.resolve(where)).resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
}
