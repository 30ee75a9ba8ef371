package org.serviceexchange.platform.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** Which version of the product this is; both texts are empty if it was not built by its own build. */
@Component
public class ProductVersion {

    private final ObjectProvider<BuildProperties> build;
    private final ObjectProvider<GitProperties> git;

    public ProductVersion(ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
        this.build = build;
        this.git = git;
    }

    /** Such as 1.2.0. */
    public String version() {
        BuildProperties known = build.getIfAvailable();
        return text(known == null ? null : known.getVersion());
    }

    /** The commit that it was built from. */
    public String commit() {
        GitProperties known = git.getIfAvailable();
        return text(known == null ? null : known.get("commit.id.full"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
