import 'bootstrap/js/dist/toast';
