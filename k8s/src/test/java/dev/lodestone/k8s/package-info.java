/** Renders the Kustomize manifests of this module, without a cluster or any tool installed, and checks every object. */
@NullMarked
package dev.lodestone.k8s;

import org.jspecify.annotations.NullMarked;
