package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.web.RecordedRefusal;
import org.serviceexchange.provider.registration.Masked;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Tells the logged-in user that the consumer's request is meant for somebody else, and offers to switch accounts. */
@Controller
class WrongUserPage {

    private final Registrations registrations;
    private final Directory directory;
    private final BackToConsumer back;

    WrongUserPage(Registrations registrations, Directory directory, BackToConsumer back) {
        this.registrations = registrations;
        this.directory = directory;
        this.back = back;
    }

    @GetMapping(OAuth.WRONG_USER)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String show(Authentication user, HttpServletRequest request, HttpSession session, Model model) {
        RecordedRefusal.of(request, ProblemCode.WRONG_USER.code());
        Optional<Contact> contact = AuthorizationRequestInProgress.clientId(session)
                .flatMap(registrations::ofClient)
                .flatMap(
                        registration -> directory.contact(registration.request().contactId()));
        model.addAttribute(
                "wayOn",
                AuthorizationRequestInProgress.clientId(session)
                        .flatMap(back::of)
                        .orElse(null));
        boolean contactIsUser =
                contact.filter(one -> one.userId().equals(user.getName())).isPresent();
        model.addAttribute("contactIsUser", contactIsUser);
        model.addAttribute(
                "cause",
                contactIsUser
                        ? LocalizedMessage.of("provider.wrongUser.noLonger", user.getName())
                        : meant(user, contact));
        return "provider/wrong-user";
    }

    /** The contact's masked name, which only those who know the contact recognise. */
    private static LocalizedMessage meant(Authentication user, Optional<Contact> contact) {
        String name = contact.map(one -> Masked.name(one.displayName())).orElse("");
        String mail = contact.map(one -> Masked.mail(one.mail())).orElse("");
        if (name.isEmpty()) {
            return LocalizedMessage.of("provider.wrongUser.other", user.getName());
        }
        return mail.isEmpty()
                ? LocalizedMessage.of("provider.wrongUser.meant", user.getName(), name)
                : LocalizedMessage.of("provider.wrongUser.meantWithMail", user.getName(), name, mail);
    }

    @PostMapping(OAuth.SWITCH_ACCOUNT)
    String switchAccount(
            HttpServletRequest request, HttpServletResponse response, HttpSession session, Authentication user) {
        String address = AuthorizationRequestInProgress.address(session)
                .orElseThrow(() -> new Problem(ProblemCode.CONSENT_EXPIRED));
        new SecurityContextLogoutHandler().logout(request, response, user);
        return "redirect:" + address;
    }
}
