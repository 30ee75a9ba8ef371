package org.serviceexchange.provider;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.serviceexchange.EmptyHome;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The provider's endpoints for consumers and contacts, in one context for all tests. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MockitoBean(types = OutboundHttp.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = EmptyHome.class)
@SpringBootTest(
        classes = ProviderSlice.class,
        properties = {
            "service-exchange.instance.name=the-provider",
            "service-exchange.instance.base-url=https://provider.example.com",
        })
public @interface ProviderSliceTest {}
