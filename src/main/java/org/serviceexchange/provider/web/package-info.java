/** What the provider shows to people and answers to peers. */
@NullMarked
package org.serviceexchange.provider.web;

import org.jspecify.annotations.NullMarked;
