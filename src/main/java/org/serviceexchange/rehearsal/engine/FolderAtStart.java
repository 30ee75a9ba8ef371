package org.serviceexchange.rehearsal.engine;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.serviceexchange.platform.engine.ProcessDeployer;

/** Deploys the files of a folder instead of those of the application. */
public final class FolderAtStart implements ProcessDeployer.AtStart {

    private final SortedMap<String, byte[]> files;
    private final Supplier<ProcessDeployer> deployer;

    /** An instance that starts asks for it before the deployer is complete. */
    public FolderAtStart(SortedMap<String, byte[]> files, Supplier<ProcessDeployer> deployer) {
        this.files = new TreeMap<>(files);
        this.deployer = deployer;
    }

    @Override
    public void decide(Map<String, byte[]> ofTheApplication) {
        deployer.get().deploy(files);
    }
}
