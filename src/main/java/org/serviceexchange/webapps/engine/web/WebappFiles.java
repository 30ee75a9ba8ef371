package org.serviceexchange.webapps.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves adapted versions of the webapps' configuration files: this application's name, CSRF cookie name and login
 * page, no advertising banner, the language chosen on our pages, the way back to them, and what Tasklist's forms need.
 */
@Controller
class WebappFiles {

    private static final String ORIGINALS = "META-INF/resources/webjars/camunda/app/";
    private static final String TASKLIST = "tasklist";
    private static final List<String> SCRIPTS = List.of("scripts/to-login.js", "scripts/center.js");
    private static final String HISTORY = "/camunda/api/engine/engine/default/history/process-instance/";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = MediaType.valueOf("text/css");
    private static final String HEAD = "export default {";

    /**
     * The webapps' module loader, RequireJS, gives up on a file after 7 seconds and then leaves an empty page. The index page
     * of a webapp means to lift this limit but sets a variable that the loader does not read, and the loader's settings in
     * config.js are read too late and drop a 0. So config.js, which runs before the first file is loaded, tells the loader.
     */
    private static final String NO_LIMIT = "window.require.config({ waitSeconds: 0 });\n\n";

    private final String csrfCookie;
    private final ObjectMapper json;

    WebappFiles(@Value("${camunda.bpm.webapp.csrf.cookie-name}") String csrfCookie, ObjectMapper json) {
        this.csrfCookie = csrfCookie;
        this.json = json;
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/scripts/config.js")
    ResponseEntity<String> config(@PathVariable String app, Locale language) throws IOException {
        String original = new ClassPathResource(ORIGINALS + app + "/scripts/config.js")
                .getContentAsString(StandardCharsets.UTF_8);
        StringBuilder ours = new StringBuilder(NO_LIMIT).append(HEAD);
        for (var entry : settings(app, language).entrySet()) {
            ours.append("\n  ")
                    .append(entry.getKey())
                    .append(": ")
                    .append(text(entry.getValue()))
                    .append(',');
        }
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noStore())
                .body(original.replace(HEAD, ours));
    }

    private Map<String, Object> settings(String app, Locale language) {
        String tag = wordsOf(app, language).toLanguageTag();
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "app",
                Map.of("vendor", "Service Exchange"),
                "csrfCookieName",
                csrfCookie,
                "disableWelcomeMessage",
                true,
                "locales",
                Map.of("availableLocales", List.of(tag), "fallbackLocale", tag),
                "center",
                Map.of("label", Messages.of("center.nav", language), "history", HISTORY),
                "customScripts",
                SCRIPTS));
        if (app.equals(TASKLIST)) {
            Map<String, String> words = new TreeMap<>(Messages.area(TASKLIST, language));
            words.putAll(Messages.area("problem", language));
            settings.put("words", words);
            settings.put(
                    "customScripts",
                    Stream.concat(SCRIPTS.stream(), Stream.of("scripts/forms.js"))
                            .toList());
        }
        return settings;
    }

    /** The language in which a webapp has its own words; ours may be in one that the webapp does not have. */
    private static Locale wordsOf(String app, Locale language) {
        String words = ORIGINALS + app + "/locales/" + language.toLanguageTag() + ".json";
        return new ClassPathResource(words).exists() ? language : Languages.DEFAULT;
    }

    private String text(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value);
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/scripts/{script:to-login|center}.js")
    ResponseEntity<Resource> script(@PathVariable String script) {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource("webapps/" + script + ".js"));
    }

    @GetMapping(path = "/camunda/app/tasklist/scripts/forms.js")
    ResponseEntity<Resource> forms() {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource("webapps/forms.js"));
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/styles/user-styles.css")
    ResponseEntity<Resource> styles() {
        return ResponseEntity.ok().contentType(STYLE).body(new ClassPathResource("webapps/user-styles.css"));
    }
}
