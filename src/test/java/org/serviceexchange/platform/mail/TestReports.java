package org.serviceexchange.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import java.util.UUID;

/** Messages as mail servers write them. */
final class TestReports {

    static final UUID MAIL = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    /** As Postfix writes it, when the server of the recipient refused. */
    private static final String REPORT = """
            Return-Path: <>
            Date: Sun, 1 Mar 2026 10:00:05 +0000 (UTC)
            From: MAILER-DAEMON@mx.provider.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: no-reply@provider.example.com
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="4F1A2.1772359205/mx.provider.example"
            Message-Id: <20260301100005.4F1A2@mx.provider.example>

            This is a MIME-encapsulated message.

            --4F1A2.1772359205/mx.provider.example
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            <carla@acme.example>: host mx.acme.example said: 550 5.1.1 No such user

            --4F1A2.1772359205/mx.provider.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.provider.example
            X-Postfix-Queue-ID: 4F1A2
            Arrival-Date: Sun,  1 Mar 2026 10:00:04 +0000 (UTC)

            Final-Recipient: rfc822; carla@acme.example
            Original-Recipient: rfc822;carla@acme.example
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.acme.example
            Diagnostic-Code: smtp; 550 5.1.1 No such
                user

            --4F1A2.1772359205/mx.provider.example
            Content-Description: Undelivered Message
            Content-Type: message/rfc822

            From: no-reply@provider.example.com
            To: carla@acme.example
            Message-ID: <0f8fad5b-d9cb-469f-a165-70867728950e@provider.example.com>
            Subject: Connect to demo-provider (REG0001001)
            Content-Type: text/plain

            Hello Carla

            --4F1A2.1772359205/mx.provider.example--
            """;

    private TestReports() {}

    static MimeMessage report() throws MessagingException {
        return message(REPORT);
    }

    /** With one text in place of another one, which must be there. */
    static MimeMessage reportWith(String text, String other) throws MessagingException {
        if (!REPORT.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return message(REPORT.replace(text, other));
    }

    static MimeMessage message(String text) throws MessagingException {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
