package org.serviceexchange.platform.engine.rules;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Gives the engine no language for scripts. Even {@code language="juel"} is one: it would evaluate an expression past the
 * expression manager.
 */
final class NoScripts implements ScriptEngineResolver {

    private final ScriptEngineManager none = new ScriptEngineManager(null);

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // The engine offers its own; none is used
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return none;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cache) {
        throw new ProcessEngineException("Scripts are not run here: " + language);
    }
}
