package org.serviceexchange.platform.mail;

import org.serviceexchange.platform.message.TemplateMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the templates below {@code templates/mail}; text that people typed is escaped in HTML. */
final class MailTemplates {

    private final SpringTemplateEngine text = engine(TemplateMode.TEXT);
    private final SpringTemplateEngine html = engine(TemplateMode.HTML);

    String text(String name, Context words) {
        return text.process(name, words);
    }

    String html(String name, Context words) {
        return html.process(name, words);
    }

    private static SpringTemplateEngine engine(TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(new TemplateMessageSource());
        return engine;
    }
}
