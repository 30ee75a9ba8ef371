package org.serviceexchange.protocol.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient without the features that a malicious peer could exploit: docs/adr/0008. */
final class Client {

    private static final int MAX_HEADERS = 100;
    private static final int MAX_LINE = 8192;
    private static final int MAX_INTERIM_ANSWERS = 5;

    private Client() {}

    static CloseableHttpClient make(OutboundSettings settings, Destinations destinations) {
        return builder(settings, destinations).build();
    }

    /** A client that makes a new connection for each call. */
    static CloseableHttpClient makeWithoutReuse(OutboundSettings settings, Destinations destinations) {
        return builder(settings, destinations)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    private static HttpClientBuilder builder(OutboundSettings settings, Destinations destinations) {
        HttpClientBuilder client = HttpClients.custom();
        DnsResolver resolver = destinations;
        if (settings.proxy() != null) {
            ProxyRoutes routes = new ProxyRoutes(settings.proxy(), destinations);
            client.setRoutePlanner(routes);
            resolver = routes;
        }
        return client.setUserAgent("service-exchange")
                .setConnectionManager(connections(settings, resolver))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                        .setResponseTimeout(timeout(settings.answerTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching();
    }

    private static HttpClientConnectionManager connections(OutboundSettings settings, DnsResolver resolver) {
        Http1Config http = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_LINE)
                .setMaxEmptyLineCount(MAX_INTERIM_ANSWERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(timeout(settings.answerTimeout()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.of(duration);
    }
}
