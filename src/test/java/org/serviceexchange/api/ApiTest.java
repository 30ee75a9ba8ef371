package org.serviceexchange.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceexchange.InstanceTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A whole instance that passes all checks, shared by all tests of the API. */
@Documented
@InstanceTest
@Import({ApiWorld.class, ApiRecords.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "service-exchange.instance.base-url=http://localhost:9")
public @interface ApiTest {}
