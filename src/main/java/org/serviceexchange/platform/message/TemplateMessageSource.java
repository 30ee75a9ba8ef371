package org.serviceexchange.platform.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** Provides the messages to templates, as in {@code #{provider.title}}. */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
public class TemplateMessageSource extends AbstractMessageSource {

    public TemplateMessageSource() {
        setAlwaysUseMessageFormat(true);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale language) {
        try {
            return Messages.pattern(code, language);
        } catch (MissingResourceException unknown) {
            return null;
        }
    }

    /** Converts arguments that are times or messages to text first. */
    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, Locale language) {
        return Messages.filled(language, super.resolveArguments(arguments, language));
    }
}
