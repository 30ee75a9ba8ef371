/** What the models of processes may contain, asked before the engine reads one, while it reads it, and when it evaluates an expression. */
@NullMarked
package org.serviceexchange.platform.engine.rules;

import org.jspecify.annotations.NullMarked;
