package org.serviceexchange.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Sends e-mails whose addresses have letters outside ASCII before the domain. A server without SMTPUTF8 (RFC 6531) would
 * take such an address for another one, so nothing is sent to it.
 */
final class InternationalSender extends JavaMailSenderImpl {

    InternationalSender(JavaMailSenderImpl configured) {
        setHost(configured.getHost());
        setPort(configured.getPort());
        setUsername(configured.getUsername());
        setPassword(configured.getPassword());
        setProtocol(configured.getProtocol());
        setDefaultEncoding(configured.getDefaultEncoding());
        Properties properties = new Properties();
        properties.putAll(configured.getJavaMailProperties());
        properties.setProperty("mail.mime.allowutf8", "true");
        setJavaMailProperties(properties);
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport transport = super.connectTransport();
        if (transport instanceof SMTPTransport smtp && !smtp.supportsExtension("SMTPUTF8")) {
            transport.close();
            throw new MessagingException("The server does not offer SMTPUTF8, which this address needs.");
        }
        return transport;
    }
}
