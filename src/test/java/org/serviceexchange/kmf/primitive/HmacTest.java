package org.serviceexchange.kmf.primitive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

/** What no answer shows: with which method tags are compared. */
class HmacTest {

    @Guarantee(of = Hmac.class, says = "Tags are compared in constant time.")
    @Test
    void comparesWithTheMethodThatTakesTheSameTime() {
        var hmac = new ClassFileImporter().importClasses(Hmac.class);

        classes()
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(hmac);
        ArchRuleDefinition.noClasses()
                .should()
                .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
                .check(hmac);
    }
}
