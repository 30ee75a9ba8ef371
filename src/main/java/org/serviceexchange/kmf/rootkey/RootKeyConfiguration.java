package org.serviceexchange.kmf.rootkey;

import java.nio.file.Path;
import org.serviceexchange.kmf.KeyStoreFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells others where the files of the root key are, without a way to their content. */
@Configuration(proxyBeanMethods = false)
class RootKeyConfiguration {

    @Bean
    KeyStoreFiles keyStoreFiles(RootKeyStore store, Passphrase passphrase) {
        return new KeyStoreFiles(Path.of(store.name()), passphrase.file());
    }
}
