package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The webapps for people on slow lines, with the clock of the browser put forward while a file is under way. */
@ExtendWith(InTheBrowser.class)
class SlowLineIT {

    /** What the module loader of a webapp asks for, one after the other. */
    private static final Pattern LOADED = Pattern.compile(".*/(globalize|ngDefine|plugin)\\.js.*");

    private static final String A_MINUTE = "01:00";

    @ParameterizedTest
    @CsvSource({"tasklist, plugin.js", "cockpit, plugin.js", "admin, plugin.js", "welcome, globalize.js"})
    void waitForEveryFileForAsLongAsItTakes(String webapp, String lastFile, World world, People people) {
        Person admin = people.english("admin");
        admin.logIn(world.providerPage("/"), "provider.admin", "demo-provider-1");
        admin.expect(404, ".*/identity/password-policy"); // there is none, and Camunda's page asks
        Page page = admin.page();
        List<String> late = new ArrayList<>();
        page.clock().install();
        page.route(LOADED, file -> {
            late.add(file.request().url());
            page.clock().fastForward(A_MINUTE);
            file.resume();
        });
        page.navigate(
                world.providerPage("/camunda/app/" + webapp + "/default/").toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        assertThat(page.locator("[cam-widget-header] .account")).containsText("Provider");
        assertThat(late)
                .anyMatch(file -> file.contains("/globalize.js"))
                .anyMatch(file -> file.contains("/" + lastFile));
    }
}
