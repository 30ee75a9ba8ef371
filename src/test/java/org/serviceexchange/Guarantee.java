package org.serviceexchange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the sentence of a type's "Security guarantees" that a test proves; {@code GuaranteesTest} compares both. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Guarantee.Several.class)
public @interface Guarantee {

    /** The type that gives the guarantee. */
    Class<?> of();

    /** The sentence, word for word. */
    String says();

    /** Guarantees that one test proves together. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        Guarantee[] value();
    }
}
