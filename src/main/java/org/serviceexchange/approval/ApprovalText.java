package org.serviceexchange.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/** Approvals as text for the database, in the format of {@link LocalizedMessageText}: a line for each, an empty text for what is not. */
public final class ApprovalText {

    private static final String NOTHING = "";

    private ApprovalText() {}

    /** The text; null for no approvals. */
    public static @Nullable String write(Approvals approvals) {
        return approvals.all().isEmpty()
                ? null
                : LocalizedMessageText.writeAll(
                        approvals.all().stream().map(ApprovalText::line).toList());
    }

    /** Parses a text from {@link #write}. */
    public static Approvals read(@Nullable String text) {
        return new Approvals(LocalizedMessageText.readAll(text).stream()
                .map(line -> approval(line.key(), line.arguments()))
                .toList());
    }

    private static LocalizedMessage line(Approval one) {
        Given given = one.given();
        return LocalizedMessage.of(
                one.id(),
                one.label(),
                one.question(),
                one.before().name(),
                String.valueOf(one.bySecondPerson()),
                one.askedAt() == null ? NOTHING : one.askedAt(),
                given == null ? NOTHING : given.by(),
                given == null ? NOTHING : given.at(),
                given == null ? NOTHING : given.reason());
    }

    private static Approval approval(String id, List<Object> parts) {
        return new Approval(
                id,
                text(parts, 0),
                text(parts, 1),
                ApprovalPlace.valueOf(text(parts, 2)),
                Boolean.parseBoolean(text(parts, 3)),
                parts.get(4) instanceof Instant at ? at : null,
                parts.get(6) instanceof Instant at ? new Given(text(parts, 5), at, text(parts, 7)) : null);
    }

    private static String text(List<Object> parts, int at) {
        return (String) parts.get(at);
    }
}
