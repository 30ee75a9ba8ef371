package org.serviceexchange.platform.message;

import java.util.Locale;

/** Something that people read in their own language. */
@FunctionalInterface
public interface Localizable {

    /** As text in this language. */
    String in(Locale language);
}
