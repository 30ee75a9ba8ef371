/** What waits for the KMF in the processes of both features. */
@NullMarked
package org.serviceexchange.kmf.engine;

import org.jspecify.annotations.NullMarked;
