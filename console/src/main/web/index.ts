import '@vaadin/vaadin-lumo-styles/lumo.css';
import './console.css';
import './app/theme';
import './shell/console-app';
