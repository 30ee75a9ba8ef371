package org.serviceexchange.notice.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.notice.NoticeChoice;
import org.serviceexchange.notice.NoticeChoices;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeMail;
import org.serviceexchange.notice.NoticeOutbox;
import org.serviceexchange.notice.NoticePaths;
import org.serviceexchange.notice.NoticeSettings;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Languages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users choose of what they hear by e-mail, and see which e-mails could not be delivered to anybody. */
@Controller
@RequestMapping(NoticePaths.PAGE)
class NoticesPage {

    private static final int MOST = 50;

    private final NoticeChoices choices;
    private final NoticeOutbox outbox;
    private final NoticeSettings settings;
    private final NoticeMail mail;
    private final Users users;
    private final Clock clock;

    NoticesPage(
            NoticeChoices choices,
            NoticeOutbox outbox,
            NoticeSettings settings,
            NoticeMail mail,
            Users users,
            Clock clock) {
        this.choices = choices;
        this.outbox = outbox;
        this.settings = settings;
        this.mail = mail;
        this.users = users;
        this.clock = clock;
    }

    @GetMapping
    String show(Authentication user, Model model) {
        model.addAttribute("mailIsOn", mail.on());
        model.addAttribute("address", users.find(user.getName()).map(User::mail).orElse(""));
        model.addAttribute("others", settings.addresses());
        model.addAttribute("kinds", NoticeKind.values());
        model.addAttribute("choice", choices.of(user.getName()));
        model.addAttribute("undelivered", outbox.givenUp(MOST));
        return "notice/notices";
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") List<NoticeKind> wanted,
            @RequestParam(defaultValue = "") String language,
            Authentication user,
            RedirectAttributes next) {
        Set<NoticeKind> unwanted = EnumSet.allOf(NoticeKind.class);
        wanted.forEach(unwanted::remove);
        choices.save(
                user.getName(),
                new NoticeChoice(unwanted, Languages.tagged(language).orElse(null)));
        return done("notice.saved", next);
    }

    @PostMapping("/retry")
    String retry(RedirectAttributes next) {
        outbox.retry(clock.instant());
        return done("notice.retrying", next);
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping("/retry")
    String retry() {
        return "redirect:" + NoticePaths.PAGE;
    }

    private static String done(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return "redirect:" + NoticePaths.PAGE;
    }

    /** Who may open it, and how one gets there. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess noticesAccess() {
            return new PageAccess(NoticePaths.PAGE + "/**", Role::administer);
        }

        @Bean
        NavigationEntry noticesEntry() {
            return new NavigationEntry(340, "notice.nav", NoticePaths.PAGE, Role::administer);
        }
    }
}
