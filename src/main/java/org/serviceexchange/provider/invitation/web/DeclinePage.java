package org.serviceexchange.provider.invitation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.link.LinkSecretCookie;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.invitation.DeclineInvitation;
import org.serviceexchange.provider.invitation.DeclineInvitation.Invited;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks somebody who has the link whether to decline, and declines. Only the POST has an effect, since mail scanners open links. */
@Controller
class DeclinePage {

    private static final String QUESTION = ProtocolPaths.DECLINE + "/question";
    private static final String DONE = ProtocolPaths.DECLINE + "/done";
    private static final String VIEW = "provider/decline";

    private final DeclineInvitation declineInvitation;
    private final LinkSecretCookie cookie;

    DeclinePage(DeclineInvitation declineInvitation, InstanceSettings settings) {
        this.declineInvitation = declineInvitation;
        this.cookie = new LinkSecretCookie(settings, "decline", ProtocolPaths.DECLINE, ProblemCode.LINK_REFUSED);
    }

    /** Redirects at once, so that the secret disappears from the browser's address bar. */
    @GetMapping(ProtocolPaths.DECLINE)
    String receive(
            @RequestParam(defaultValue = "") String secret, HttpServletRequest request, HttpServletResponse response) {
        cookie.keep(secret, request, response);
        return "redirect:" + QUESTION;
    }

    @GetMapping(QUESTION)
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("invited", declineInvitation.of(cookie.secret(request)));
        return VIEW;
    }

    /** Declines what the form shows; if another link was opened in this browser since, that one is shown first. */
    @PostMapping(QUESTION)
    String decline(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String secret = cookie.secret(request);
        Invited invited = declineInvitation.of(secret);
        if (!invited.number().equals(number)) {
            return "redirect:" + QUESTION;
        }
        model.addAttribute("invited", invited);
        model.addAttribute("reason", reason);
        boolean done = FormSubmission.of(() -> declineInvitation.decline(secret, reason), model);
        if (done) {
            cookie.remove(request, response);
        }
        return done ? "redirect:" + DONE : VIEW;
    }

    @GetMapping(DONE)
    String done() {
        return "provider/declined";
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess declineAccess() {
            return PageAccess.anyone(ProtocolPaths.DECLINE + "/**");
        }
    }
}
