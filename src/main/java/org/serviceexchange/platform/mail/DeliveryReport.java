package org.serviceexchange.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * What a mail server reports of an e-mail that it could not deliver and will not try again: RFC 3464, and RFC 6533 for
 * addresses with letters outside ASCII. Only the fields of the report count, never its free text, which every server writes
 * differently.
 *
 * @param mail which e-mail: the unguessable part of its Message-ID, from the headers that the report quotes
 * @param server the server that refused it
 * @param words what that server said
 */
record DeliveryReport(UUID mail, String server, String words) {

    /** Reports are short; whoever sends a longer one wants something else. */
    private static final int LONGEST = 1_000_000;

    /** A report has three parts, and each part that is read is a question to the server. */
    private static final int MOST_PARTS = 10;

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})@");
    private static final Pattern TYPE = Pattern.compile("^\\s*[\\w-]+\\s*;\\s*");
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \\t\\n]*\n");
    /** Words may follow, also on further lines. */
    private static final Pattern FAILED = Pattern.compile("[45]\\.\\d{1,3}\\.\\d{1,3}");

    /** The report in this message; empty if it is none, or quotes no Message-ID as this application writes them. */
    static Optional<DeliveryReport> of(Part message) throws MessagingException, IOException {
        if (message.getSize() > LONGEST
                || !message.isMimeType("multipart/report")
                || !"delivery-status"
                        .equalsIgnoreCase(new ContentType(message.getContentType()).getParameter("report-type"))
                || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        Status status = null;
        UUID mail = null;
        for (int index = 0; index < Math.min(parts.getCount(), MOST_PARTS); index++) {
            Part part = parts.getBodyPart(index);
            if (isOneOf(part, "message/delivery-status", "message/global-delivery-status")) {
                status = Status.of(text(part));
            } else if (isOneOf(
                    part, "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")) {
                mail = idOf(part);
            }
        }
        return status == null || mail == null
                ? Optional.empty()
                : Optional.of(new DeliveryReport(mail, status.server(), status.words()));
    }

    /** Why the e-mail did not arrive, as if the server had refused it at once. */
    Finding finding() {
        return new Problem(ProblemCode.MAIL_NOT_TAKEN, server, words).finding();
    }

    private static boolean isOneOf(Part part, String... types) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable UUID idOf(Part part) throws MessagingException, IOException {
        String header = part.getContent() instanceof MimeMessage original
                ? original.getHeader("Message-ID", null)
                : headers(text(part)).getHeader("Message-ID", null);
        Matcher id = MESSAGE_ID.matcher(Objects.requireNonNullElse(header, ""));
        return id.find() ? UUID.fromString(id.group(1)) : null;
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            return new String(content.readNBytes(LONGEST), UTF_8);
        }
    }

    private static InternetHeaders headers(String group) throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(group.getBytes(UTF_8)), true);
    }

    /** Of the recipient whom the e-mail did not reach. */
    private record Status(String server, String words) {

        /** The fields of the message come first, then those of each recipient. Null if nobody was refused for good. */
        static @Nullable Status of(String text) throws MessagingException {
            List<String> groups = BLANK_LINES
                    .splitAsStream(text.replace("\r\n", "\n").strip())
                    .toList();
            InternetHeaders message = headers(groups.get(0));
            for (String group : groups.subList(1, groups.size())) {
                InternetHeaders recipient = headers(group);
                if (isFinal(recipient)) {
                    String server = firstOf(value(recipient, "Remote-MTA"), value(message, "Reporting-MTA"));
                    String words = firstOf(value(recipient, "Diagnostic-Code"), value(recipient, "Status"));
                    return new Status(MailFailure.shortened(server), MailFailure.shortened(words));
                }
            }
            return null;
        }

        /** A server that gives up after days of trying says "failed" too, with the last temporary status: 4.x.x. */
        private static boolean isFinal(InternetHeaders recipient) {
            return value(recipient, "Action").equalsIgnoreCase("failed")
                    && FAILED.matcher(value(recipient, "Status")).lookingAt();
        }

        private static String firstOf(String one, String other) {
            return Stream.of(one, other)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("-");
        }

        /** Without the type in front of it, such as "smtp;" or "dns;". */
        private static String value(InternetHeaders fields, String name) {
            String value = Objects.requireNonNullElse(fields.getHeader(name, " "), "");
            return TYPE.matcher(value).replaceFirst("").strip();
        }
    }
}
