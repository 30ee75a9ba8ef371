package org.serviceexchange.engine.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The webapps' own configuration files, adapted: the name of the CSRF cookie, our login page, no sales banner. */
@Controller
class WebappFiles {

    private static final String ORIGINALS = "META-INF/resources/webjars/camunda/app/";
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript");
    private static final MediaType STYLE = MediaType.valueOf("text/css");
    private static final String HEAD = "export default {";

    private final String csrfCookie;

    WebappFiles(@Value("${camunda.bpm.webapp.csrf.cookie-name}") String csrfCookie) {
        this.csrfCookie = csrfCookie;
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/scripts/config.js")
    ResponseEntity<String> config(@PathVariable String app) throws IOException {
        String original = new ClassPathResource(ORIGINALS + app + "/scripts/config.js")
                .getContentAsString(StandardCharsets.UTF_8);
        String ours = HEAD + "\n  csrfCookieName: '" + csrfCookie + "',\n  disableWelcomeMessage: true,\n"
                + "  customScripts: ['scripts/to-login.js'],\n";
        return ResponseEntity.ok().contentType(SCRIPT).body(original.replace(HEAD, ours));
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/scripts/to-login.js")
    ResponseEntity<Resource> toLogin() {
        return ResponseEntity.ok().contentType(SCRIPT).body(new ClassPathResource("webapps/to-login.js"));
    }

    @GetMapping(path = "/camunda/app/{app:admin|cockpit|tasklist|welcome}/styles/user-styles.css")
    ResponseEntity<Resource> styles() {
        return ResponseEntity.ok().contentType(STYLE).body(new ClassPathResource("webapps/user-styles.css"));
    }
}
