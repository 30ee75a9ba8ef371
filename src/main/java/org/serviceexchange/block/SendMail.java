package org.serviceexchange.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.Mail;
import org.serviceexchange.platform.mail.MailIdentity;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.MailStep;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Service;

/**
 * Sends the e-mail of a step, whose recipients and words stand in the model.
 *
 * <p>Security guarantees: A step writes to people of the record, to people with a role of this instance, and to addresses that
 * the settings allow, and to nobody else. A step can place no secret into an e-mail.
 */
@Service
public class SendMail {

    private final List<CaseRecords> records;
    private final OwnFields ownFields;
    private final Users users;
    private final MailServer server;
    private final MailIdentity identity;
    private final InstanceSettings instance;
    private final BlockSettings settings;
    private final Journal journal;

    public SendMail(
            List<CaseRecords> records,
            OwnFields ownFields,
            Users users,
            MailServer server,
            MailIdentity identity,
            InstanceSettings instance,
            BlockSettings settings,
            Journal journal) {
        this.records = List.copyOf(records);
        this.ownFields = ownFields;
        this.users = users;
        this.server = server;
        this.identity = identity;
        this.instance = instance;
        this.settings = settings;
        this.journal = journal;
    }

    /** What the template of the e-mail shows. */
    public record Written(String subject, String text, String page, String instance) {}

    /**
     * Sends it; no transaction may be open until the recording. A problem of the mail server if nobody got it: the step is tried
     * again. If somebody got it, the journal says who did not.
     */
    public Recording<Boolean> send(String number, MailOrder order) {
        CaseFacts facts = CaseRecords.get(records, number);
        List<Reader> readers = readers(facts, order);
        if (!server.on()) {
            return note(number, LocalizedMessage.of("block.note.mailIsOff", order.words("subject", Locale.ENGLISH)));
        }
        Map<String, String> values = values(facts);
        List<String> reached = new ArrayList<>();
        List<LocalizedMessage> missed = new ArrayList<>();
        Problem failure = null;
        for (Reader reader : readers) {
            try {
                server.send(written(reader, order, values));
                reached.add(reader.name());
            } catch (MailNotSent refused) {
                failure = refused.problem();
                missed.add(LocalizedMessage.of(
                        "block.note.missed", reader.name(), failure.finding().cause()));
            }
        }
        if (failure != null && reached.isEmpty()) {
            throw failure;
        }
        String subject = MailStep.filled(order.words("subject", Locale.ENGLISH), name -> values.getOrDefault(name, ""));
        String names = String.join(", ", reached);
        return note(
                number,
                missed.isEmpty()
                        ? LocalizedMessage.of("block.note.mailSent", subject, names)
                        : LocalizedMessage.of("block.note.mailSentToSome", subject, names, missed));
    }

    private Recording<Boolean> note(String number, LocalizedMessage message) {
        return () -> {
            journal.workNote(number, Journal.SYSTEM, message);
            return true;
        };
    }

    private List<Reader> readers(CaseFacts facts, MailOrder order) {
        List<Reader> readers = switch (order.to()) {
            case CONTACT -> List.of(facts.contact());
            case REQUESTER ->
                users.findActive(facts.requester()).map(SendMail::reader).stream()
                        .toList();
            case ROLE ->
                users.withRole(Role.ofGroup(order.whom()).orElseThrow()).stream()
                        .map(SendMail::reader)
                        .toList();
            case ADDRESS -> List.of(allowed(order.whom()));
        };
        List<Reader> reachable =
                readers.stream().filter(reader -> !reader.mail().isEmpty()).toList();
        if (reachable.isEmpty()) {
            throw new Problem(ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.mail.unusable.nobody"));
        }
        return reachable;
    }

    private static Reader reader(User user) {
        return new Reader(user.displayName(), user.mail(), null);
    }

    private Reader allowed(String address) {
        if (!settings.mayWriteTo(address)) {
            throw new Problem(
                    ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.mail.unusable.notAllowed", address));
        }
        return new Reader(address, address, null);
    }

    private Map<String, String> values(CaseFacts facts) {
        Map<String, String> values = new HashMap<>(ownFields.valuesOf(facts.number()));
        values.put("number", facts.number());
        values.put("company", facts.company());
        values.put("contact", facts.contact().name());
        values.put(
                "requester",
                users.find(facts.requester()).map(User::displayName).orElse(facts.requester()));
        values.put("peer", facts.peer());
        values.put("page", Objects.toString(instance.baseUrl(), "") + facts.page());
        return values;
    }

    private Mail written(Reader reader, MailOrder order, Map<String, String> values) {
        Locale language = Objects.requireNonNullElse(reader.language(), identity.mailLanguage());
        String subject = MailStep.filled(order.words("subject", language), name -> values.getOrDefault(name, ""));
        String text = MailStep.filled(order.words("text", language), name -> values.getOrDefault(name, ""));
        return new Mail(
                reader.mail(),
                "",
                language,
                LocalizedMessage.of("block.mail.subject", subject),
                "step",
                new Written(subject, text, values.getOrDefault("page", ""), instance.name()));
    }
}
