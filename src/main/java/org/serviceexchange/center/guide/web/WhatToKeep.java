package org.serviceexchange.center.guide.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.serviceexchange.kmf.KeyStoreFiles;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.settings.InstanceSettings;

/** A text to print or to put into a password manager: what a backup must hold, and where it is. */
final class WhatToKeep {

    private WhatToKeep() {}

    static String text(InstanceSettings settings, KeyStoreFiles files, Locale language) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.of("guide.keep.title", language, settings.name()));
        URI address = settings.baseUrl();
        lines.add(Objects.toString(address, ""));
        lines.add("");
        lines.add(Messages.of(
                "guide.keep.database",
                language,
                settings.home().toAbsolutePath().normalize()));
        lines.add(Messages.of("guide.keep.keyStore", language, files.keyStore()));
        Path passphrase = files.passphrase();
        lines.add(
                passphrase == null
                        ? Messages.of("guide.keep.passphrase.setting", language)
                        : Messages.of("guide.keep.passphrase.file", language, passphrase));
        lines.add("");
        lines.add(Messages.of("guide.keep.apart", language));
        lines.add(Messages.of("guide.keep.without", language));
        return String.join("\n", lines) + "\n";
    }
}
