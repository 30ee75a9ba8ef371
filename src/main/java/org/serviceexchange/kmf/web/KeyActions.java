package org.serviceexchange.kmf.web;

import java.util.Locale;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.keyring.KeyLifeCycle;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The actions of a cryptographic manager on the instance keys. */
@Controller
class KeyActions {

    private static final String BACK = "redirect:" + HealthPage.PATH;

    private final KeyLifeCycle lifeCycle;
    private final KmfHealth health;

    KeyActions(KeyLifeCycle lifeCycle, KmfHealth health) {
        this.lifeCycle = lifeCycle;
        this.health = health;
    }

    @PostMapping("/kmf/keys/{id}/state")
    String move(@PathVariable String id, @RequestParam KeyState state, Locale locale, RedirectAttributes result) {
        return act(
                () -> {
                    lifeCycle.move(id, state);
                    SecurityLog.record(SecurityEvent.KEY_MOVED, "key.id", id, "key.state", state.name());
                },
                Messages.of("kmf.done.state", locale, state.label()),
                locale,
                result);
    }

    @PostMapping("/kmf/keys/{purpose}/versions")
    String rotate(@PathVariable String purpose, Locale locale, RedirectAttributes result) {
        return act(
                () -> {
                    lifeCycle.rotate(KeyName.ofInstance(purpose));
                    SecurityLog.record(SecurityEvent.KEY_ROTATED, "key.purpose", purpose);
                },
                Messages.of(
                        KeyName.SIGNATURE.purpose().equals(purpose) ? "kmf.done.signature" : "kmf.done.version",
                        locale),
                locale,
                result);
    }

    private String act(Runnable action, String done, Locale locale, RedirectAttributes result) {
        try {
            action.run();
            result.addFlashAttribute("done", done);
        } catch (Problem e) {
            result.addFlashAttribute("error", e.sentence(locale));
        }
        health.runAgain();
        return BACK;
    }
}
