package org.serviceexchange.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the application, imported once for all rules. */
final class Code {

    static final String ROOT = "org.serviceexchange";

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private Code() {}

    /** The same together with the tests. */
    static JavaClasses withTests() {
        return WithTests.ALL;
    }

    /** Imported when a rule asks for it. */
    private static final class WithTests {
        static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
    }
}
