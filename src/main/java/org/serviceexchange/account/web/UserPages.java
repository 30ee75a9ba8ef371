package org.serviceexchange.account.web;

import java.util.List;
import org.serviceexchange.account.AdministerUsers;
import org.serviceexchange.account.IssuePasswordLink;
import org.serviceexchange.account.UserRows;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.PasswordLinks;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ConfirmationQuestion;
import org.serviceexchange.platform.web.FormSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages on which admins administer users and their roles. */
@Controller
@RequestMapping(UserPages.PATH)
class UserPages {

    static final String PATH = "/users";

    private static final int ON_A_PAGE = 50;
    /** Contacts are added on the page of their company. */
    private static final List<Role> GIVEN_HERE = List.of(
            Role.ADMIN,
            Role.SERVICE_EXCHANGE_ADMIN,
            Role.KMF_ADMIN,
            Role.CRYPTOGRAPHIC_MANAGER,
            Role.CRYPTOGRAPHIC_AUDITOR,
            Role.PROCESS_MANAGER);

    private final UserRows rows;
    private final Users users;
    private final AdministerUsers administer;
    private final IssuePasswordLink links;
    private final Accounts accounts;

    UserPages(UserRows rows, Users users, AdministerUsers administer, IssuePasswordLink links, Accounts accounts) {
        this.rows = rows;
        this.users = users;
        this.administer = administer;
        this.links = links;
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        List<UserRows.Line> found = rows.find(q.strip(), after, ON_A_PAGE + 1);
        List<UserRows.Line> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        model.addAttribute("q", q);
        model.addAttribute("first", after.isEmpty());
        model.addAttribute(
                "next", found.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).userId() : null);
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(line -> UserLine.of(line, users.find(line.userId())))
                        .toList());
        return "account/users";
    }

    @GetMapping("/new")
    String askForNew(@ModelAttribute("form") UserForm form, Model model) {
        model.addAttribute("choices", GIVEN_HERE);
        return "account/new-user";
    }

    @PostMapping("/new")
    String create(@ModelAttribute("form") UserForm form, Model model) {
        boolean created =
                FormSubmission.of(() -> administer.create(form.person(form.userId()), form.chosenRoles()), model);
        return created
                ? delivered(links.issue(form.person(form.userId()).userId(), true), model)
                : askForNew(form, model);
    }

    @GetMapping("/{userId}")
    String show(@PathVariable String userId, Model model) {
        StoredPerson person = users.person(userId).orElseThrow(() -> new Problem(ProblemCode.USER_UNKNOWN, userId));
        var roles = users.find(userId).orElseThrow().roles();
        model.addAttribute("user", person);
        model.addAttribute("active", accounts.active(userId));
        model.addAttribute("hasPassword", users.hasPassword(userId));
        model.addAttribute("contact", roles.contains(Role.CONTACT));
        model.addAttribute("choices", GIVEN_HERE);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", UserForm.of(person, roles));
        }
        return "account/user";
    }

    @PostMapping("/{userId}")
    String edit(
            @PathVariable String userId, @ModelAttribute("form") UserForm form, Model model, RedirectAttributes next) {
        boolean saved = FormSubmission.of(() -> administer.edit(form.person(userId), form.chosenRoles()), model);
        return saved ? done(userId, "account.saved", next) : show(userId, model);
    }

    /** The answer may show the link, which is stored nowhere, so there is no page to redirect to. */
    @PostMapping("/{userId}/link")
    String sendLink(@PathVariable String userId, Model model) {
        return delivered(links.issue(userId, true), model);
    }

    @PostMapping("/{userId}/link-to-copy")
    String showLink(@PathVariable String userId, Model model) {
        return delivered(links.copy(userId), model);
    }

    private static String delivered(PasswordLinks.Delivery delivery, Model model) {
        model.addAttribute("delivery", delivery);
        model.addAttribute("back", PATH + "/" + delivery.userId());
        return "account/link";
    }

    @GetMapping("/{userId}/deactivate")
    String askBeforeDeactivating(@PathVariable String userId, Model model) {
        new ConfirmationQuestion("account.deactivate", userId, PATH + "/" + userId).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/{userId}/deactivate")
    String deactivate(@PathVariable String userId, RedirectAttributes next) {
        FormSubmission.beforeRedirect(() -> administer.setActive(userId, false), next);
        return back(userId);
    }

    @PostMapping("/{userId}/activate")
    String activate(@PathVariable String userId) {
        administer.setActive(userId, true);
        return back(userId);
    }

    @PostMapping("/{userId}/end-sessions")
    String endSessions(@PathVariable String userId, RedirectAttributes next) {
        administer.endSessions(userId);
        return done(userId, "account.sessionsEnded", next);
    }

    private static String done(String userId, String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return back(userId);
    }

    private static String back(String userId) {
        return "redirect:" + PATH + "/" + userId;
    }
}
